/** The verdict that the public reads, and how to put it on a page. */
import { html, nothing } from 'lit';
import { View, announce } from '../element.ts';
import { label, name, t, when } from '../words.ts';
import type { Claim } from '../types.ts';

/** Of a claim of middling length, as docs/embedding.md tells it: nothing on the page moves when the card comes. */
const ROOM = 'max(53.9em - 151cqi, 34.8em - 56cqi, 16em)';
const FRAME = '18em';

const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

class Published extends View {
  static override properties = { claim: { attribute: false } };
  declare claim: Claim;

  #snippets(): [string, string][] {
    const { origin } = location;
    const { id, text, language } = this.claim;
    const page = `${origin}/claims/${id}`;
    const fallback = `${text ? `<q lang="${language}">${escaped(text)}</q> ` : ''}<a href="${page}">${t('embed.fallback')}</a>`;
    return [
      ['embed.one', `<script type="module" src="${origin}/embed/v1/quotecheck.js"></script>\n<div style="container-type: inline-size"><quote-check style="display: block; min-height: ${ROOM}">${fallback}</quote-check></div>`],
      ['embed.article', `<script type="module" src="${origin}/embed/v1/quotecheck-article.js"></script>\n<quote-check-article></quote-check-article>`],
      ['embed.frame', `<iframe src="${origin}/embed/claims/${id}" title="${t('embed.fallback')}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="width: 100%; height: ${FRAME}; border: 0"></iframe>`],
      ['embed.address', page],
    ];
  }

  /** Browsers let a page copy where the connection is encrypted; elsewhere people do it, of what is selected for them. */
  async #copy(text: string, { currentTarget }: Event) {
    const shown = (currentTarget as HTMLElement).previousElementSibling!;
    try {
      await navigator.clipboard.writeText(text);
      announce(t('copied'));
    } catch {
      getSelection()?.selectAllChildren(shown);
      announce(t('copy.selected'));
    }
  }

  override render() {
    const verdict = this.claim.verdict!;
    return html`<section aria-labelledby="published"><h2 id="published">${t('published')}</h2>
      <div class="card ${verdict.rating ?? ''}"><p class="verdict-line"><b>${verdict.rating ? label('rating', verdict.rating) : t(verdict.kind === 'retraction' ? 'published.retracted' : 'published.removed')}</b></p>
        ${verdict.summary ? html`<p lang=${verdict.language ?? nothing} dir="auto">${verdict.summary}</p>` : nothing}
        ${verdict.publicNote ? html`<p class="meta">${verdict.publicNote}</p>` : nothing}
        <p class="meta"><span class="dot">${t('published.revision', { number: verdict.number })}</span><span class="dot">${label('kind', verdict.kind)}</span><span class="dot">${when(verdict.publishedAt, true)}</span>
        ${verdict.proposedBy ? html`<span class="dot">${t('published.by', { one: name(verdict.proposedBy), other: name(verdict.approvedBy) })}</span>` : nothing}</p></div>
      <p><a href="/claims/${this.claim.id}" target="_blank">${t('published.page')}</a></p>
      <details class="edit"><summary>${t('embed')}</summary>${this.#snippets().map(([title, text]) => html`<div class="snippet"><h3>${t(title)}</h3><pre tabindex="0">${text}</pre>
        <button class="plain" @click=${(event: Event) => this.#copy(text, event)}>${t('copy')}<span class="visually-hidden">: ${t(title)}</span></button></div>`)}</details></section>`;
  }
}

customElements.define('qc-published', Published);

/** From a pasted article to its quotations: its text or HTML is sent, and read. */
import { html, nothing } from 'lit';
import { get, post } from '../api.ts';
import { announce, leaving, values } from '../element.ts';
import { Form } from './form.ts';
import { decoded, isMarkup } from '../text.ts';
import { t } from '../words.ts';
import type { Article } from '../types.ts';
import './found.ts';

/** Words that are dragged go where they are dropped. */
const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files');

class Paste extends Form {
  static override properties = { ...Form.properties, article: { state: true }, text: { state: true }, over: { state: true }, wrong: { state: true }, waits: { state: true } };
  protected override readonly asks = false;
  declare article?: Article;
  declare text: string;
  declare over: boolean;
  /** Why a file was not taken. */
  declare wrong?: string;
  /** The version that was sent waits for a reviewer. */
  declare waits: boolean;

  constructor() {
    super();
    this.over = false;
    this.waits = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    leaving.ask = undefined;
  }

  #typed(event: Event) {
    this.#guard(Object.keys(values(event.currentTarget as HTMLFormElement)).length > 0);
  }

  #guard(unsent: boolean) {
    leaving.ask = unsent ? async () => confirm(t('leave')) : undefined;
  }

  async #file(file: File | undefined) {
    if (!file) return;
    const area = this.querySelector<HTMLTextAreaElement>('[name=content]')!;
    const text = decoded(new Uint8Array(await file.arrayBuffer()));
    this.wrong = text === undefined ? t('paste.no_text') : undefined;
    if (text === undefined || area.value.trim() !== '' && area.value !== text && !confirm(t('paste.replace'))) return;
    area.value = text;
    area.focus();
    this.#guard(true);
  }

  /** A page that is copied in a browser is pasted as the HTML that it was. */
  #pasted(event: ClipboardEvent) {
    const markup = event.clipboardData?.getData('text/html');
    if (markup && /<(article|blockquote|p|h1)[\s>]/i.test(markup) && (event.target as HTMLTextAreaElement).value === '') {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).value = markup;
      this.#guard(true);
    }
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const { content, publisher, ...data } = values(event.target as HTMLFormElement);
    const body = { ...data, ...publisher ? { publisher: { name: publisher } } : {}, [isMarkup(content) ? 'html' : 'text']: content };
    let read = false;
    await this.send(async () => {
      const { body: article, status } = await post<Article>('/v1/articles', body);
      this.waits = status === 202;
      if (!this.waits) {
        this.text = (await get<string>(`/v1/articles/${article.id}/text`)).body;
        this.article = article;
        read = true;
      }
    }, t('paste.found'));
    if (read || this.waits) this.#guard(false);
    if (this.waits) announce(t('paste.waits'));
  }

  override render() {
    return this.article ? html`<qc-found .article=${this.article} .text=${this.text} @another=${() => { this.article = undefined; }}></qc-found>` : this.#form();
  }

  #form() {
    return html`<h1>${t('nav.paste')}</h1><p>${t('paste.text')}</p>
      ${this.waits ? html`<p class="notice">${t('paste.waits')}</p>` : nothing}
      <form class="paste ${this.over ? 'over' : ''}" @submit=${this.#submit} @input=${this.#typed}
        @dragover=${(event: DragEvent) => { if (hasFile(event)) { event.preventDefault(); this.over = true; } }} @dragleave=${() => { this.over = false; }}
        @drop=${(event: DragEvent) => { this.over = false; if (hasFile(event)) { event.preventDefault(); this.#file(event.dataTransfer?.files[0]); } }}>
        ${this.mistakes()}${this.wrong ? html`<p class="error" role="alert">${this.wrong}</p>` : nothing}
        <label class="wide">${t('paste.url')}<input name="url" type="url" required placeholder="https://"></label>
        <label class="wide">${t('paste.content')}<textarea name="content" rows="12" required @paste=${this.#pasted}></textarea></label>
        <p class="hint wide">${t('paste.hint')} <label class="file">${t('paste.file')}<input type="file" accept=".txt,.html,.htm,text/plain,text/html" @change=${({ target }: Event) => this.#file((target as HTMLInputElement).files?.[0])}></label></p>
        <details class="wide"><summary>${t('paste.more')}</summary><div class="fields">
          <label>${t('title')}<input name="title"></label><label>${t('publisher')}<input name="publisher"></label>
          <label>${t('language')}<input name="language" class="short" placeholder="en"></label></div></details>
        <div class="actions"><button ?disabled=${this.busy}>${this.busy ? t('paste.reading') : t('paste.find')}</button></div></form>`;
  }
}

customElements.define('qc-paste', Paste);

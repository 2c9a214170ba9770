/** The walk at /demo in dev mode: nine requests of the main job, each run against this very service. */

const suffix = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
const people = { sam: 'Sam, submitter', rita: 'Rita, reviewer', ed: 'Ed, editor' };
/** What later steps need from earlier ones: tokens by person, article, quoteId, claimId, claimTag, draftTag. */
const state = { tokens: {} };

const article = [
  `Riverton will run its night buses until the end of the decade, the city council decided on Tuesday.`,
  `"Under tender RV-${suffix} we bought 64 night buses for 31 million euros," Mayor Ana Novak told reporters at the depot. "Every one of them is on the road today."`,
  `Peter Lind, who leads the opposition, doubted the figures. "The register lists 41 vehicles under RV-${suffix}," he said.`,
].join('\n\n');

const claim = () => `/v1/claims/${state.claimId}`;
const token = (subject, role) => ({ method: 'POST', path: () => '/dev/tokens', body: () => ({ subject, roles: [role] }),
  keep: (answer) => { state.tokens[subject] = answer.token; } });
const keepTag = (_answer, response) => { state.claimTag = response.headers.get('ETag') ?? state.claimTag; };
/** Reads the claim first: its ETag says which version the transition is meant for, and it is the reader's own. */
const transition = (person, to) => [
  { method: 'GET', path: claim, person, keep: keepTag },
  { method: 'POST', path: () => `${claim()}/transitions`, person, headers: () => ({ 'If-Match': state.claimTag }), body: () => ({ to }), keep: keepTag },
];

const steps = [
  { title: 'Get tokens', why: 'Every write is made by somebody. In dev mode the service signs tokens itself; in production your OpenID Connect provider does.',
    calls: [token('sam', 'submitter'), token('rita', 'reviewer'), token('ed', 'editor')] },
  { title: 'Send an article', why: 'Sam sends the text. The answer holds each quotation with the person it is attributed to.',
    calls: [{ method: 'POST', path: () => '/v1/articles', person: 'sam', keep: (answer) => { state.article = answer; },
      body: () => ({ url: `https://news.example/riverton/night-buses-${suffix.toLowerCase()}`, title: 'Riverton keeps its night buses', text: article,
        publisher: { name: 'Riverton Courier', site: 'https://news.example' } }) }],
    show: showQuotes },
  { title: 'Turn a quote into a claim', why: 'A claim is one statement that can be checked. It keeps its words, its claimant and where it appeared.',
    calls: [{ method: 'POST', path: () => '/v1/claims', person: 'sam', body: () => ({ quoteId: state.quoteId }),
      keep: (answer, response) => { state.claimId = answer.id; keepTag(answer, response); } }] },
  { title: 'Take it for review', why: 'Rita takes the claim, so that it is hers to check. If-Match makes sure nobody was faster.', calls: transition('rita', 'in_review') },
  { title: 'Add a source', why: 'No verdict without evidence: say what the source is and whether it supports or refutes the claim.',
    calls: [{ method: 'POST', path: () => `${claim()}/sources`, person: 'rita', body: () => ({ url: 'https://transport.example/register/2026',
      title: 'Vehicle register of the transport authority', role: 'refutes', excerpt: `Tender RV-${suffix}: 41 vehicles in service, 23 awaiting inspection.` }) }] },
  { title: 'Write the verdict', why: 'Two questions are answered separately: is it true, and was it said like this? The draft is not public.',
    calls: [{ method: 'PUT', path: () => `${claim()}/verdict-draft`, person: 'rita', headers: () => (state.draftTag ? { 'If-Match': state.draftTag } : {}),
      keep: (_answer, response) => { state.draftTag = response.headers.get('ETag') ?? state.draftTag; },
      body: () => ({ rating: 'mostly_false', quoteVerdict: 'exact', summary: 'The city ordered 64 night buses, but the register lists 41 in service.',
        explanation: 'The tender and its price are on record.\n\nThe register of the transport authority lists 41 of the vehicles in service; 23 await inspection.', language: 'en' }) }] },
  { title: 'Propose it', why: 'Rita hands the draft over. From here on she cannot approve it herself.', calls: transition('rita', 'proposed') },
  { title: 'Publish it', why: 'A second person, Ed, publishes. Revision 1 is frozen and never changes again.', calls: transition('ed', 'published') },
  { title: 'See it', why: 'This is what readers get: the claim’s public page, and the widget on any publisher’s page.', calls: [], open: showVerdict },
];

/** Makes an element; strings become text, never markup. */
function make(name, properties = {}, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content.flat());
  return made;
}

const announcement = document.getElementById('announcement');
const views = steps.map((step, index) => viewOf(step, index));
document.getElementById('steps').append(...views.map((view) => view.item));
open(0);

function viewOf(step, index) {
  const view = { step, index, status: make('span', { className: 'state', textContent: 'After the previous step' }) };
  view.form = make('fieldset', { hidden: true }, make('legend', { className: 'visually-hidden', textContent: `Step ${index + 1}: ${step.title}` }));
  view.response = make('div', { className: 'response' });
  view.item = make('li', {}, make('h3', {}, make('span', { className: 'number', textContent: index + 1 }), step.title, view.status),
    make('p', { textContent: step.why }), view.form, view.response);
  return view;
}

function open(index) {
  const view = views[index];
  if (!view) return;
  view.status.textContent = '';
  view.response.replaceChildren();
  view.editors = view.step.calls.map((call) => editorOf(view, call));
  view.run = make('button', { type: 'button', textContent: `Run step ${index + 1}`, onclick: () => run(view) });
  const legend = view.form.firstChild;
  view.form.replaceChildren(legend, ...view.editors.map((editor) => editor.node),
    ...(view.step.calls.length ? [make('p', { className: 'actions' }, view.run)] : []));
  view.form.hidden = false;
  view.step.open?.(view);
  // What hung on an earlier run of this step no longer holds.
  for (const later of views.slice(index + 1)) {
    later.form.hidden = true;
    later.response.replaceChildren();
    later.status.textContent = 'After the previous step';
  }
}

function editorOf(view, call) {
  const editor = { call };
  const who = call.person ? make('span', { textContent: ` as ${people[call.person]}` }) : '';
  editor.node = make('div', { className: 'call' }, make('p', { className: 'call-line' }, `${call.method} ${call.path()}`, who));
  const refresh = () => { editor.code.textContent = curl(editor, true); };
  editor.refresh = refresh;
  if (call.body) {
    const line = JSON.stringify(call.body());
    const text = line.length < 60 ? line : JSON.stringify(call.body(), null, 2);
    editor.text = make('textarea', { value: text, rows: Math.min(14, text.split('\n').length + (line === text ? 0 : 1)), spellcheck: false, oninput: refresh });
    editor.text.setAttribute('aria-label', `JSON body of ${call.method} ${call.path()}, step ${view.index + 1}`);
    editor.node.append(editor.text);
  }
  editor.code = make('code');
  const copy = make('button', { type: 'button', className: 'plain', textContent: 'Copy', onclick: () => copyLine(editor) });
  copy.setAttribute('aria-label', `Copy the curl line of ${call.method} ${call.path()}`);
  const details = make('details', { ontoggle: refresh }, make('summary', { textContent: 'As a curl command' }), make('pre', {}, editor.code), copy);
  editor.node.append(details);
  return editor;
}

async function copyLine(editor) {
  try {
    await navigator.clipboard.writeText(curl(editor, false));
    announce('Copied, with the whole token.');
  } catch {
    editor.code.textContent = curl(editor, false);
    getSelection().selectAllChildren(editor.code);
    announce('The browser does not let us copy; the line is selected.');
  }
}

function headersOf({ call, text }) {
  return { ...(call.person && { Authorization: `Bearer ${state.tokens[call.person]}` }), ...call.headers?.(), ...(text && { 'Content-Type': 'application/json' }) };
}

/** The request as a line for a shell; on screen the token is cut short, since it is long and says nothing. */
function curl(editor, short) {
  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const headers = Object.entries(headersOf(editor)).map(([name, value]) => {
    const shown = short && name === 'Authorization' ? `${value.slice(0, 16)}…` : value;
    return ` \\\n  -H ${quoted(`${name}: ${shown}`)}`;
  });
  const body = editor.text ? ` \\\n  -d ${quoted(editor.text.value)}` : '';
  return `curl -i -X ${editor.call.method} ${quoted(location.origin + editor.call.path())}${headers.join('')}${body}`;
}

async function run(view) {
  view.run.disabled = true;
  view.status.textContent = 'Running';
  view.response.replaceChildren();
  const failed = (await firstFailure(view)) ?? view.step.show?.(view);
  view.run.disabled = false;
  view.run.focus({ preventScroll: true });
  const next = views[view.index + 1];
  view.status.textContent = failed ? 'Failed' : 'Done';
  if (failed) return announce(`Step ${view.index + 1} failed: ${failed}`);
  open(view.index + 1);
  announce(`Step ${view.index + 1} done. Step ${next.index + 1}, ${next.step.title}, is ready.`);
}

/** Sends the step's requests in order; answers why the first of them failed, or undefined. */
async function firstFailure(view) {
  for (const editor of view.editors) {
    const { method, path, keep } = editor.call;
    try {
      const response = await fetch(path(), { method, headers: headersOf(editor), body: editor.text?.value, cache: 'no-store', credentials: 'omit' });
      const text = await response.text();
      let answer;
      try {
        answer = JSON.parse(text);
      } catch {
        answer = text;
      }
      const last = editor === view.editors.at(-1) && !view.step.show;
      view.response.append(response.ok ? success(`${method} ${path()}`, response, answer, last) : failure(response, answer));
      if (!response.ok) return answer?.detail ?? answer?.title ?? `status ${response.status}`;
      keep?.(answer, response);
      for (const { code, refresh } of view.editors) if (code.closest('details').open) refresh();
    } catch (error) {
      view.response.append(make('p', { className: 'failed', textContent: `No answer from the service (${error.message}). Is it still running?` }));
      return error.message;
    }
  }
}

function success(request, response, answer, open) {
  const pretty = make('pre', { tabIndex: 0 }, make('code', { textContent: typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2) }));
  pretty.setAttribute('role', 'group');
  pretty.setAttribute('aria-label', `Response to ${request}`);
  const tag = response.headers.get('ETag');
  return make('details', { open }, make('summary', {}, `Response ${response.status} ${response.statusText}`.trim(), tag ? ` with ETag ${tag}` : ''), pretty);
}

function failure(response, problem) {
  const errors = (problem?.errors ?? []).map(({ pointer, detail }) => make('li', {}, make('code', { textContent: pointer || '/' }), ` ${detail}`));
  return make('div', { className: 'failed' },
    make('p', { className: 'outcome', textContent: `${response.status} ${problem?.title ?? response.statusText}`.trim() }),
    problem?.detail ? make('p', { textContent: problem.detail }) : '',
    errors.length ? make('ul', {}, errors) : '',
    problem?.type?.startsWith('/problems/') ? make('p', {}, make('a', { href: problem.type, textContent: 'What this problem means' })) : '');
}

/** The quotations to choose from; the one most worth checking is chosen already. Answers what is wrong when there is none. */
function showQuotes(view) {
  const quotes = state.article.quotes ?? [];
  const best = quotes.reduce((one, other) => ((other.checkability ?? 0) > (one?.checkability ?? -1) ? other : one), undefined);
  state.quoteId = best?.id;
  const choose = (id) => {
    state.quoteId = id;
    open(view.index + 1);
    announce('The next step uses this quote.');
  };
  const entry = ({ id, exact, speaker, attribution, cue }) => make('li', {}, make('label', {},
    make('input', { type: 'radio', name: 'quote', checked: id === best.id, onchange: () => choose(id) }),
    make('span', {}, make('q', { textContent: exact }), ' ', make('mark', { textContent: speaker?.name ?? attribution ?? 'no speaker found' }), cue ? ` ${cue}` : '')));
  if (!best) {
    view.response.append(make('p', { className: 'failed', textContent: 'No quotation was found in this text. Change the text and run the step again.' }));
    return 'no quotation found';
  }
  view.response.append(make('div', { role: 'group', ariaLabel: 'Quotations found' },
    make('p', { className: 'outcome', textContent: `${quotes.length} quotations found. Choose the one to check.` }),
    make('ul', { className: 'quotes' }, quotes.map(entry))));
}

function showVerdict(view) {
  const widget = make('quote-check', {}, make('a', { href: `/claims/${state.claimId}`, textContent: 'Read the verdict on this claim' }));
  widget.setAttribute('claim', state.claimId);
  view.form.append(make('p', {}, make('a', { href: `/claims/${state.claimId}`, textContent: 'The claim’s public page' })), make('div', { className: 'specimen' }, widget));
}

function announce(text) {
  announcement.textContent = text;
}

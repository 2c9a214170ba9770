/** Control and Enter finish what one is in: a form is sent, unless the view has more to say. Letters lead to parts of a view. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select';

/** Whether the key is a command, and not a letter of what somebody types. */
export const isCommand = (event: KeyboardEvent) =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !(event.target as Element).matches(FIELDS);

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.ctrlKey && !event.metaKey || event.defaultPrevented) return;
  const target = event.target as HTMLElement;
  event.preventDefault();
  if (target.dispatchEvent(new Event('finish', { bubbles: true, cancelable: true }))) target.closest('form')?.requestSubmit();
});

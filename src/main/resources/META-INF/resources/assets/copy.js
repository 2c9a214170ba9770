// Buttons that copy a piece of code; without script it is there to be selected.
for (const block of document.querySelectorAll('[data-copy] .code')) {
  const words = block.closest('[data-copy]').dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = words.copy;
  button.setAttribute('aria-describedby', block.querySelector('.code-title').id);
  button.addEventListener('click', async () => {
    const code = block.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; said.textContent = ''; }, 4000);
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  block.querySelector('.code-title').append(button, said);
}

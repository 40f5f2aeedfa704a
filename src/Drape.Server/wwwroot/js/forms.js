// Comfort in forms; all of them work without it.

for (const button of document.querySelectorAll('.reveal')) {
  const input = document.getElementById(button.getAttribute('aria-controls'));
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  });
}

// A picture that was chosen is what its person wants: no second press.
for (const form of document.querySelectorAll('[data-sends-itself]')) {
  const file = form.querySelector('input[type=file]');
  form.querySelector('[data-sends]').hidden = true;
  file.addEventListener('change', () => file.files.length > 0 && form.requestSubmit());
}

// What is shown once only goes along with a press.
for (const button of document.querySelectorAll('[data-copies]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const label = button.textContent;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).innerText);
    button.textContent = button.dataset.copied;
    setTimeout(() => button.textContent = label, 3000);
  });
}

// After a form came back, one begins where something is wrong.
document.querySelector('[aria-invalid="true"]')?.focus();

// Where a list of pages is wider than a phone, the one that is shown is in sight.
const list = document.querySelector('.settings-list');
const shown = list?.querySelector('[aria-current]');
if (shown) {
  list.scrollLeft = shown.offsetLeft - (list.clientWidth - shown.offsetWidth) / 2;
}

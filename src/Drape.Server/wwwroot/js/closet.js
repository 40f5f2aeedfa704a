// The closet's pages: the visitor's own day, and what was done said aloud.
import './lists.js';

document.body.classList.add('has-script');

function settle(root) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
  for (const input of root.querySelectorAll('input[data-today]')) {
    input.value = day;
  }
}

settle(document);

document.addEventListener('htmx:afterSettle', () => {
  settle(document);
  const said = document.querySelector('#notice .notice span, #notice p.notice');
  const status = document.getElementById('status');
  if (said && status) {
    status.textContent = said.textContent;
  }
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-sends-at-once]')) {
    event.target.form.requestSubmit();
  }
});

for (const button of document.querySelectorAll('[data-hide-with-script]')) {
  button.hidden = true;
}

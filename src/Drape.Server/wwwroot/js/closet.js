// The closet's pages: the visitor's own day, filters without empty parameters, and what was done said aloud.
document.body.classList.add('has-script');

function settle(root) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
  for (const input of root.querySelectorAll('input[data-today]')) {
    input.value = day;
  }
}

settle(document);

document.addEventListener('htmx:configRequest', event => {
  if (event.detail.verb === 'get') {
    for (const name of [...event.detail.formData.keys()]) {
      if (event.detail.formData.get(name) === '') {
        event.detail.formData.delete(name);
      }
    }
  }
});

document.addEventListener('htmx:afterSettle', () => {
  settle(document);
  const said = document.querySelector('#notice .notice span, #notice p.notice');
  const status = document.getElementById('status');
  if (said && status) {
    status.textContent = said.textContent;
  }
});

// More of the rack where it ends, without leaving the page.
document.addEventListener('click', async event => {
  const more = event.target.closest('#more');
  if (!more || event.ctrlKey || event.metaKey) {
    return;
  }

  event.preventDefault();
  more.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(more.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) {
      throw new Error(`${more.href} answered ${answer.status}`); // the session may have ended: the page itself leads on
    }

    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = [...page.querySelectorAll('#pieces > li')];
    document.getElementById('pieces').append(...fresh);
    const next = page.querySelector('#more');
    if (next) {
      more.href = next.getAttribute('href');
      more.removeAttribute('aria-busy');
    } else {
      more.closest('.rack-more').remove();
    }

    fresh[0]?.querySelector('a').focus();
  } catch {
    location.href = more.href;
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

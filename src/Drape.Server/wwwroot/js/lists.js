// Lists that one filters and reads on in: filters without empty parameters, and more where a list ends, without leaving the
// page. The page has #pieces, and #more where there is more.
document.addEventListener('htmx:configRequest', event => {
  if (event.detail.verb === 'get') {
    for (const name of [...event.detail.formData.keys()]) {
      if (event.detail.formData.get(name) === '') {
        event.detail.formData.delete(name);
      }
    }
  }
});

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

// The lookbook's pages: filters without empty parameters, more where a list ends, sharing, and what was done said aloud.
document.addEventListener('htmx:configRequest', event => {
  if (event.detail.verb === 'get') {
    for (const name of [...event.detail.formData.keys()]) {
      if (event.detail.formData.get(name) === '') {
        event.detail.formData.delete(name);
      }
    }
  }
});

document.addEventListener('htmx:afterRequest', event => {
  // What was said on the page that came back, for those who listen.
  const status = document.getElementById('status');
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText ?? '', 'text/html');
  const said = page.querySelector('#said .notice, #notice .notice');
  if (status && said) {
    status.textContent = said.textContent.trim();
  }

  const fault = page.querySelector('#said .notice:not(.good)');
  document.getElementById('said')?.replaceChildren(...(fault ? [document.importNode(fault, true)] : []));
});

// More of a list where it ends, without leaving the page.
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

const shares = document.querySelector('.share-buttons');
if (shares) {
  const { title, link, copied } = shares.dataset;
  const status = document.getElementById('status');
  const send = shares.querySelector('[data-share="send"]'), copy = shares.querySelector('[data-share="copy"]');
  send.hidden = !navigator.share;
  send.addEventListener('click', () => navigator.share({ title, text: title, url: link }).catch(() => {
    // Somebody thought better of it.
  }));
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    const label = copy.textContent;
    await navigator.clipboard.writeText(link);
    copy.textContent = status.textContent = copied;
    setTimeout(() => copy.textContent = label, 3000);
  });
}

// The lookbook's pages: sharing, and what was done said aloud.
import './lists.js';

/** Says what a page says of what was done, for those who listen. */
function tell(page) {
  const said = page.querySelector('#said .notice, #notice .notice');
  const status = document.getElementById('status');
  if (status && said) {
    status.textContent = said.textContent.trim();
  }
}

tell(document);

document.addEventListener('htmx:afterRequest', event => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText ?? '', 'text/html');
  tell(page);
  const fault = page.querySelector('#said .notice:not(.good)');
  document.getElementById('said')?.replaceChildren(...(fault ? [document.importNode(fault, true)] : []));
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
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      copy.hidden = true; // the browser does not let it; the link is the page's own address
      return;
    }

    copy.textContent = status.textContent = copied;
    setTimeout(() => copy.textContent = label, 3000);
  });
}

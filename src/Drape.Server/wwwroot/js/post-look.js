// From a reading to the lookbook: the form is that of /looks/new, with the photo that is here already.
import { say } from './language.js';
import { make } from './make.js';

document.addEventListener('drape:reading', ({ detail: { place, photo, name, answer } }) => {
  if (!answer.score) {
    return; // a look is an outfit that somebody wears
  }

  place.append(make('div', {}, document.querySelector('.me') ? button(photo, name)
    : make('a', { class: 'second small', href: '/account/sign-in?returnUrl=%2F' }, say('postSignIn'))));
});

function button(photo, name) {
  const open = make('button', { type: 'button', class: 'primary', 'aria-haspopup': 'dialog' }, say('post'));
  open.addEventListener('click', async () => {
    open.disabled = true;
    try {
      await show(await photo, name);
    } catch {
      location.href = '/looks/new';
    } finally {
      open.disabled = false;
    }
  });
  return open;
}

async function show(photo, name) {
  const page = await read(await fetch('/looks/new', { headers: { Accept: 'text/html' } }));
  await Promise.all([...page.querySelectorAll('link[href*="/forms.css"], link[href*="/post.css"]')].map(dress));
  const form = document.importNode(page.querySelector('#post-form'), true);
  form.querySelector('.photo-field').remove();
  const title = make('h2', { id: 'post-title' }, page.querySelector('h1').textContent);
  const dialog = make('dialog', { class: 'post-dialog', 'aria-labelledby': 'post-title' }, title, form);
  form.querySelector('#post-cancel').addEventListener('click', event => {
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', event => {
    event.preventDefault();
    send(form, photo, name);
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** The form's styles come with it: the first page has no form, and is to be light. */
function dress(link) {
  const href = link.getAttribute('href');
  return document.querySelector(`link[href="${href}"]`) ? undefined : new Promise(done => {
    const style = make('link', { rel: 'stylesheet', href });
    style.onload = style.onerror = done;
    document.head.append(style);
  });
}

async function send(form, photo, name) {
  const button = form.querySelector('#post-send');
  const words = new FormData(form);
  words.set('photo', new File([photo], name, { type: photo.type }));
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: words, headers: { Accept: 'text/html', Prefer: 'return=minimal' } });
    const next = answer.headers.get('Location') ?? (answer.redirected && answer.ok ? answer.url : null);
    if (next) {
      location.href = next;
      return;
    }

    const fault = (await read(answer)).querySelector('#post-fault');
    form.querySelector('#post-fault').replaceChildren(...(fault?.children.length
      ? [...fault.children].map(child => document.importNode(child, true)) : [make('p', { class: 'notice' }, say('unreachable'))]));
  } catch {
    form.querySelector('#post-fault').replaceChildren(make('p', { class: 'notice' }, say('unreachable')));
  } finally {
    button.disabled = false;
  }

  form.querySelector('#post-fault').scrollIntoView({ block: 'nearest' });
}

const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

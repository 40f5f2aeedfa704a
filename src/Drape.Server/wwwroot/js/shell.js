// What every page does: light or dark at once, and the language without losing what is on a page that says it is live.
import { keepForm } from './send.js';
import './parts.js';

document.addEventListener('submit', event => {
  const { target: form, submitter } = event;
  if (form.classList.contains('theme') && submitter) {
    event.preventDefault();
    wear(submitter.value, form);
    keepForm(form, submitter).catch(() => form.submit());
  } else if (form.classList.contains('language') && submitter && document.body.dataset.live === 'yes') {
    event.preventDefault();
    speak(form, submitter).catch(() => form.requestSubmit(submitter));
  }
});

function wear(theme, form) {
  const root = document.documentElement;
  if (theme === 'system') {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }

  document.querySelector('meta[name="color-scheme"]').content = theme === 'system' ? 'light dark' : theme;
  for (const button of form.querySelectorAll('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.value === theme));
  }
}

/** Takes the words of the same page in the other language; what the page has gathered stays. */
async function speak(form, submitter) {
  document.body.dataset.live = 'no'; // should this fail, the form goes its usual way
  await keepForm(form, submitter);
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    throw new Error(`${location.href} answered ${answer.status}`);
  }

  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const theirs of page.querySelectorAll('[data-words]')) {
    const ours = document.querySelector(`[data-words="${theirs.dataset.words}"]`);
    if (ours) {
      take(ours, theirs);
    }
  }

  document.head.append(...[...page.head.querySelectorAll('link[rel=stylesheet]')]
    .filter(link => ![...document.styleSheets].some(sheet => sheet.href === link.href)));
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  const button = page.querySelector('.language [data-language]');
  document.querySelector('.language [data-language]').replaceWith(button);
  button.focus();
  document.body.dataset.live = 'yes';
  document.dispatchEvent(new Event('drape:language'));
}

function take(ours, theirs) {
  for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
    if (theirs.hasAttribute(name)) {
      ours.setAttribute(name, theirs.getAttribute(name));
    }
  }

  if (theirs.childElementCount === 0 && theirs.textContent.trim()) {
    ours.textContent = theirs.textContent;
  }
}

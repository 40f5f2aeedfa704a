// Products that look like a garment of a photo, in a dialog of their own; offered where there is a catalog to look in.
import { current, nameOf, percent, say } from './language.js';
import { make } from './make.js';

let filled = false;

/** Asks whether a catalog has products; true from then on if one has. */
export async function findCatalogs() {
  try {
    const answer = await fetch('/api/v1/catalogs');
    filled = answer.ok && (await answer.json()).catalogs.some(catalog => catalog.products > 0);
  } catch {
    filled = false; // the page does without
  }

  return filled;
}

/** The button that opens the dialog for a garment; nothing where there is no catalog. */
export function alikesButton(photo, number, title) {
  if (!filled) {
    return null;
  }

  const button = make('button', { type: 'button', class: 'second alike', 'aria-haspopup': 'dialog' }, say('alikes'));
  button.addEventListener('click', () => open(photo, number, title));
  return button;
}

async function open(photo, number, title) {
  const close = make('button', { type: 'button', class: 'second', autofocus: '' }, say('close'));
  const body = make('div', { class: 'shelf', 'aria-live': 'polite', 'aria-busy': 'true' }, ...bones());
  const dialog = make('dialog', { class: 'alikes', 'aria-labelledby': 'alikes-title' },
    make('header', {}, make('h2', { id: 'alikes-title' }, say('alikesOf', { type: title })), close), body);
  close.addEventListener('click', () => dialog.close());
  // A tap beside the dialog is one on its backdrop, which is the dialog itself.
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  const stop = new AbortController();
  dialog.addEventListener('close', () => {
    stop.abort();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  try {
    body.replaceChildren(...shelf(await search(photo, number, stop.signal)));
  } catch (problem) {
    body.replaceChildren(make('p', { class: 'lead', role: 'alert' }, problem?.detail ?? say('unreachable')));
  }

  body.setAttribute('aria-busy', 'false');
}

async function search(photo, number, signal) {
  const form = new FormData();
  form.append('garment', String(number));
  form.append('limit', '12');
  form.append('diversity', '0.2');
  form.append('photo', photo, 'photo');
  const answer = await fetch('/api/v1/search', { method: 'POST', body: form, signal });
  const content = await answer.json();
  if (!answer.ok) {
    throw content;
  }

  return content.results;
}

function shelf(results) {
  return results.length > 0 ? [make('ul', { class: 'cards' }, ...results.map(card))]
    : [make('p', { class: 'lead' }, say('alikesNone'))];
}

function card(product) {
  const name = product.name ?? `${nameOf(product.colour)} ${nameOf(product.type)}`;
  const price = priceOf(product);
  const parts = [
    make('img', { src: `${product.picture}?side=320`, alt: '', loading: 'lazy', width: '240', height: '320' }),
    make('span', { class: 'what' }, name),
    make('span', { class: 'facts-line' }, ...(price ? [make('b', {}, price), ' '] : []),
      make('small', {}, say('alikeBy', { share: percent(product.score) }))),
  ];
  return make('li', {}, isWeb(product.link)
    ? make('a', { class: 'card', href: product.link, target: '_blank', rel: 'noopener noreferrer' }, ...parts)
    : make('div', { class: 'card' }, ...parts));
}

/** A shop's link may be anything; only one that leads to a page is one here. */
function isWeb(link) {
  return /^https?:\/\//i.test(link ?? '');
}

function priceOf({ price, currency }) {
  if (price === undefined) {
    return '';
  }

  try {
    return new Intl.NumberFormat(current(), currency ? { style: 'currency', currency } : {}).format(price);
  } catch {
    return `${price} ${currency}`; // a currency that nobody knows
  }
}

function bones() {
  return [make('p', { class: 'unseen' }, say('alikesLooking')),
    make('div', { class: 'cards', 'aria-hidden': 'true' }, ...Array.from({ length: 6 }, () => make('div', { class: 'bone card' })))];
}

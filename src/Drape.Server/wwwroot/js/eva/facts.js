// What was found, piece by piece, and the palette of all of it.
import { alikesButton } from '../alikes.js';
import { nameOf, percent, say } from '../language.js';
import { make } from '../make.js';
import { catalogNameOf, isNamed, sureness, titleOf } from './words.js';

/** The outfit's colours as a strip with proportional widths; nothing for a single piece, which has its own. */
export function palette(answer) {
  return answer.reading.garments.length > 1 && answer.palette.length > 0
    && make('section', { class: 'palette' }, make('h3', {}, say('palette')), ...swatches(answer.palette));
}

/** A card for each garment. */
export function pieces(answer, photo) {
  const { garments } = answer.reading;
  const several = garments.length > 1;
  return garments.length > 0
    ? [make('section', { class: 'pieces' }, ...(several ? [make('h3', {}, say('pieces'))] : []),
      ...garments.map((garment, number) => piece(garment, number, photo, several, answer.reading.style?.top[0].style)))]
    : [make('section', {}, make('h3', { class: 'type' }, say('nothing')), make('p', {}, say('nothingHint')))];
}

function piece(garment, number, photo, several, style) {
  const clear = garment.type !== 'unclear';
  const swatch = make('i', { class: 'swatch', 'aria-hidden': 'true' });
  swatch.style.background = garment.colours[0].hex;
  const title = make(several ? 'h4' : 'h3', { class: 'type' }, several || isNamed(garment) ? titleOf(garment) : say('unclear'));
  const filed = catalogNameOf(garment);
  const sure = filed ? make('p', { class: 'lead' }, say('catalogWord')) : clear || several
    ? make('p', { class: garment.confidence >= 0.75 ? 'sure' : 'sure weak' },
      make('span', {}, sureness(garment.confidence)), make('strong', {}, percent(garment.confidence)))
    : make('p', { class: 'lead' }, say('unclearHint'));
  const alikes = alikesButton(photo, number, garment, style);
  const more = [colours(garment), pattern(garment), !filed && alternatives(garment, clear)].filter(Boolean);
  const head = make('div', { class: 'piece-head' }, swatch, make('div', {}, title, sure));
  return make('section', { class: several ? 'garment one-of-several' : 'garment', tabindex: '-1' },
    ...(several ? [make('details', {}, make('summary', {}, head), ...more)] : [head, ...more]),
    make('div', { class: 'piece-deeds' }, ...(alikes ? [alikes] : [])));
}

function pattern(garment) {
  return garment.pattern !== 'unclear'
    && make('div', {}, make('h5', {}, say('pattern')), make('p', { class: 'value' }, nameOf(garment.pattern)));
}

function colours(garment) {
  return make('div', { class: 'colours' }, make('h5', {}, say('colours')), ...swatches(garment.colours));
}

function swatches(found) {
  const strip = make('div', { class: 'strip', 'aria-hidden': 'true' });
  const list = make('ul', { class: 'swatches' });
  for (const colour of found) {
    const part = make('span');
    part.style.background = colour.hex;
    part.style.flexGrow = String(100 * colour.share); // sums below 1 would leave the strip unfilled
    strip.append(part);
    const swatch = make('i', { 'aria-hidden': 'true' });
    swatch.style.background = colour.hex;
    const fine = document.documentElement.lang === 'en' && colour.shade !== colour.name ? `${colour.shade}, ` : '';
    list.append(make('li', {}, swatch,
      make('span', {}, make('b', {}, nameOf(colour.name)), ' ', make('small', {}, fine + colour.hex)),
      make('span', { class: 'share' }, percent(colour.share))));
  }

  return [strip, list];
}

function alternatives(garment, clear) {
  const worth = garment.alternatives.filter(other => other.confidence >= 0.01);
  return worth.length > 0 && make('div', {},
    make('h5', {}, say(clear ? 'alternatives' : 'candidates')),
    make('ul', { class: 'chips' },
      ...worth.map(other => make('li', {}, `${nameOf(other.type)} `, make('b', {}, percent(other.confidence))))));
}

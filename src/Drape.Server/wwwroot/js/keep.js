// Keeps garments of a reading in the closet: one, or all that the main figure wears. What was saved can be taken back.
import { nameOf, say } from './language.js';
import { make } from './make.js';
import { send } from './send.js';
import { post } from './upload.js';
import { pieceOf, sentenceOf, titleOf } from './eva/words.js';

const address = '/api/v1/closet';
const signedIn = document.getElementById('readings').dataset.person === 'yes';
const desks = new WeakMap(); // by answer: a reading that is shown again, in the other language, keeps what was saved of it

document.addEventListener('drape:reading', ({ detail }) => {
  if (detail.answer.reading.garments.length === 0) {
    return;
  }

  if (!signedIn) {
    detail.place.append(invitation());
    return;
  }

  const desk = desks.get(detail.answer) ?? new Desk(detail);
  desks.set(detail.answer, desk);
  desk.show(detail.place);
});

function invitation() {
  const back = encodeURIComponent(location.pathname + location.search);
  return make('div', { class: 'keep-closet keep-invites' }, make('p', {}, say('keepNothing')),
    make('a', { class: 'second small', href: `/account/sign-in?returnUrl=${back}` }, say('keepSignIn')));
}

/** What one reading has given to the closet so far. */
class Desk {
  #garments;
  #photo;
  #name;
  #kept = new Map(); // by garment: the piece
  #said = '';
  #line = null;
  #wanted = [];

  constructor({ photo, name, answer }) {
    this.#garments = answer.reading.garments;
    this.#photo = photo;
    this.#name = name;
    // Who stands beside the main figure wears what is somebody else's: it comes one by one, if at all.
    this.#wanted = this.#garments.map((_, index) => index).filter(index => !this.#garments[index].person);
  }

  show(place) {
    this.place = place;
    this.box = make('section', { class: 'keep-closet', 'aria-label': `${say('keepHeading')}: ${this.#name}` });
    place.prepend(this.box);
    this.draw();
  }

  draw() {
    const left = this.#wanted.filter(index => !this.#kept.has(index));
    const all = left.length > 0 && this.#button('primary',
      this.#garments.length === 1 ? say('keepOne') : this.#kept.size > 0 ? say('keepRest') : say('keepAll', { count: left.length }),
      () => this.#keep(left));
    const pieces = [...this.#kept].map(([index, piece]) => this.#piece(index, piece));
    this.box.replaceChildren(...[all, this.#line, this.#said && make('p', { class: 'keep-said' }, this.#said),
      pieces.length > 0 && make('ul', { class: 'kept' }, ...pieces)].filter(Boolean));
    if (this.#garments.length > 1) {
      this.#garments.forEach((_, index) => this.#card(index));
    }
  }

  /** The button in a garment's own section. */
  #card(index) {
    const section = this.place.closest('.reading').querySelectorAll('.garment')[index];
    section.querySelector('.keep-this')?.remove();
    const piece = this.#kept.get(index);
    section.querySelector('.piece-deeds').append(piece ? make('p', { class: 'keep-this kept-here' }, make('a', { href: `/closet/${piece.id}` }, say('keptHere')))
      : this.#button('second small keep-this', say('keepThis'), () => this.#keep([index]), say('keepThisOf', { type: titleOf(this.#garments[index]) })));
  }

  #button(className, text, onClick, label) {
    const button = make('button', { type: 'button', class: className, ...(label ? { 'aria-label': label } : {}) }, text);
    button.disabled = this.#line !== null;
    button.addEventListener('click', onClick);
    return button;
  }

  async #keep(indexes) {
    this.#said = '';
    const bar = make('progress', { max: '1', value: '0', 'aria-label': say('keepSending') });
    const text = make('span', {}, say('keepSending'));
    this.#line = make('div', { class: 'keep-line' }, text, bar);
    this.draw();
    try {
      // All of them at once is one upload; some of them are asked for one by one.
      const whole = this.#garments.length > 1 && indexes.length === this.#wanted.length;
      for (const index of whole ? [null] : indexes) {
        await this.#bring(index, share => {
          text.textContent = say(share < 1 ? 'keepSending' : 'keepCutting');
          if (share < 1) {
            bar.value = share;
          } else {
            bar.removeAttribute('value');
          }
        });
      }

      const missed = whole ? this.#wanted.filter(index => !this.#kept.has(index)) : [];
      this.#wanted = this.#wanted.filter(index => !missed.includes(index));
      this.#said = [this.#kept.size === 1 ? say('keptOne') : say('keptMany', { count: this.#kept.size }),
        ...missed.map(index => say('keepMissed', { type: pieceOf(this.#garments[index]) }))].join(' ');
    } catch (problem) {
      this.#said = problem?.status === 401 ? say('keepSignedOut') : sentenceOf(problem ?? {});
    }

    this.#line = null;
    this.draw();
    this.#tell(this.#said);
    (this.box.querySelector('.kept a') ?? this.box.querySelector('button'))?.focus({ preventScroll: true });
  }

  async #bring(garment, onProgress) {
    const form = new FormData();
    form.append('photo', await this.#photo, this.#name);
    const where = garment === null ? address : `${address}?garment=${garment}`;
    const { status, body } = await post(where, form, onProgress);
    const brought = body?.photos?.[0];
    if (status !== 200 || brought?.problem) {
      throw brought?.problem ?? body;
    }

    const free = this.#wanted.filter(index => !this.#kept.has(index));
    for (const item of brought.items) {
      const index = garment ?? free.splice(nearest(free, this.#garments, item.reading.box), 1)[0];
      if (index !== undefined) {
        this.#kept.set(index, await this.#corrected(item, this.#garments[index].said));
      }
    }
  }

  /** What Eva asked and was told is not asked again in the closet. */
  async #corrected(item, said) {
    if (!said || said === item.type) {
      return item;
    }

    const answer = await send(`${address}/${item.id}`, {
      method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ type: said }),
    });
    return answer.ok ? answer.json() : item;
  }

  #piece(index, piece) {
    const name = piece.type === 'unclear' ? pieceOf(this.#garments[index]) : `${nameOf(piece.colour)} ${nameOf(piece.type)}`;
    const entry = make('li', {},
      make('a', { class: 'kept-piece', href: `/closet/${piece.id}` },
        make('span', { class: 'kept-tile' }, make('img', { src: piece.picture, alt: '' })),
        make('span', { class: 'kept-name' }, name)));
    entry.append(piece.looksLike
      ? make('div', { class: 'kept-twin' }, make('small', {}, say('keepTwin')),
        this.#button('plain', say('keepSame'), () => this.#settle(index, `${address}/${piece.id}:merge`, 'keptSame')),
        this.#button('plain', say('keepBoth'), () => this.#settle(index, `${address}/${piece.id}:keep`, 'keptBoth')))
      : this.#button('plain', say('undo'), () => this.#undo(index), say('keepUndo', { type: name })));
    return entry;
  }

  async #undo(index) {
    await this.#ask(`${address}/${this.#kept.get(index).id}`, 'DELETE', 'keepUndone', () => this.#kept.delete(index));
  }

  async #settle(index, where, said) {
    await this.#ask(where, 'POST', said, piece => this.#kept.set(index, { ...piece, looksLike: undefined }));
  }

  async #ask(where, method, said, done) {
    let answer;
    try {
      answer = await send(where, { method });
    } catch {
      answer = null; // no server answered
    }

    const body = await answer?.json().catch(() => null);
    if (answer?.ok) {
      done(body);
      this.#said = say(said);
    } else {
      this.#said = answer?.status === 401 ? say('keepSignedOut') : sentenceOf(body ?? {});
    }

    this.draw();
    this.#tell(this.#said);
    (this.box.querySelector('.kept a') ?? this.box.querySelector('button'))?.focus({ preventScroll: true });
  }

  #tell(text) {
    document.dispatchEvent(new CustomEvent('drape:say', { detail: text }));
  }
}

/** Which of the garments that are left a piece is: the one whose box lies nearest to its own. */
function nearest(indexes, garments, [left, top, width, height]) {
  const away = index => {
    const [x, y, w, h] = garments[index].box;
    return Math.abs(x - left) + Math.abs(y - top) + Math.abs(x + w - left - width) + Math.abs(y + h - top - height);
  };
  return indexes.reduce((best, index, at) => away(index) < away(indexes[best]) ? at : best, 0);
}

// Taking what is shown along: to a file, or wherever the phone shares to. Nothing leaves without being asked.
import { nameOf, say } from '../language.js';
import { make } from '../make.js';

export function shareButtons(stage, name, answer) {
  const save = make('button', { type: 'button', class: 'second small' }, say('download'));
  save.addEventListener('click', async () => {
    const picture = await stage.snapshot();
    if (picture) {
      const link = make('a', { href: URL.createObjectURL(picture), download: fileName(name) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }
  });
  const buttons = make('div', { class: 'buttons take' }, save);
  if (navigator.canShare?.({ files: [new File([], 'look.jpg', { type: 'image/jpeg' })] })) {
    const share = make('button', { type: 'button', class: 'second small' }, say('share'));
    share.addEventListener('click', () => send(stage, name, answer));
    buttons.prepend(share);
  }

  return buttons;
}

async function send(stage, name, answer) {
  const picture = await stage.snapshot();
  const style = answer.reading.style?.top[0].style;
  try {
    await navigator.share({
      ...(picture ? { files: [new File([picture], fileName(name), { type: 'image/jpeg' })] } : {}),
      text: style ? say('shareText', { style: nameOf(style) }) : 'Drape',
    });
  } catch {
    // Somebody thought better of it.
  }
}

const fileName = name => `${name.replace(/\.[^.]*$/, '') || 'look'}-drape.jpg`;

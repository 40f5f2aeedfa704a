// Takes photos in, whichever way they come: chosen, taken, dropped anywhere on the page, or pasted.

/** Hands what comes to `bring`; the page has #files, #camera, #choose, #shoot and #drop. */
export function takeIn(bring) {
  const [files, camera, drop] = ['files', 'camera', 'drop'].map(id => document.getElementById(id));
  for (const input of [files, camera]) {
    input.addEventListener('change', () => {
      bring(input.files);
      input.value = ''; // the same photo may be chosen again
    });
  }

  document.getElementById('choose').addEventListener('click', () => files.click());
  document.getElementById('shoot').addEventListener('click', () => camera.click());
  // The whole window takes what is dropped, so that a near miss does not leave the page.
  document.addEventListener('dragover', event => {
    event.preventDefault();
    drop.classList.add('over');
  });
  document.addEventListener('dragleave', event => {
    if (!event.relatedTarget) {
      drop.classList.remove('over');
    }
  });
  document.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    dropped(event.dataTransfer).then(bring);
  });
  document.addEventListener('paste', event => bring(event.clipboardData.files));
}

/** The files that were dropped, those in folders, too. */
async function dropped(data) {
  // Both are gone once the event is over.
  const entries = [...data.items].map(item => item.webkitGetAsEntry?.());
  const files = [...data.files];
  // What cannot be gone through is given as it is, and refused where it is sent.
  return entries.some(entry => entry?.isDirectory)
    ? Promise.all(entries.filter(Boolean).map(filesIn)).then(found => found.flat(), () => files) : files;
}

async function filesIn(entry) {
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  }

  const reader = entry.createReader();
  const inside = [];
  // A reader gives a folder in parts, the last of them empty.
  for (let part; !part || part.length > 0; inside.push(...part)) {
    part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  }

  return (await Promise.all(inside.map(filesIn))).flat();
}

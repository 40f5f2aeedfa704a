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
    bring(event.dataTransfer.files);
  });
  document.addEventListener('paste', event => bring(event.clipboardData.files));
}

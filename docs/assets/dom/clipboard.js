/** Copies a text. @param {string} text @returns {Promise<boolean>} whether this browser let the page copy it */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

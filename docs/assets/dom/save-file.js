/**
 * Offers a text to the reader as a file.
 * @param {string} fileName
 * @param {string} mediaType such as text/csv
 * @param {string} text
 */
export function saveFile(fileName, mediaType, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

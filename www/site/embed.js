// embed.html: the copy buttons, and the integrity value of the script as it lies on this site.
for (const button of document.querySelectorAll(".copy")) {
  button.addEventListener("click", async () => {
    const code = button.closest(".snippet").querySelector("code");
    const copied = await copy(code);
    button.textContent = copied ? "Copied" : "Press Ctrl+C";
    setTimeout(() => (button.textContent = "Copy"), 3000);
  });
}

// Where the clipboard is closed, the text is at least selected.
async function copy(code) {
  getSelection().selectAllChildren(code);
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    return false;
  }
}

async function integrity(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} is not there`);
  const digest = await crypto.subtle.digest("SHA-384", await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

try {
  const value = await integrity("rapport-form.js");
  document.querySelector("[data-integrity]").textContent = `\n        integrity="${value}"`;
} catch {
  document.querySelector("[data-integrity-note]").textContent =
    "The integrity value could not be worked out here. The tag works without it.";
}

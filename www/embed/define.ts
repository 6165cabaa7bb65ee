// Registers <rapport-form>. Apart from the class, so that importing the class alone changes nothing on a page.
import { RapportForm } from "./rapport-form.ts";

// The script may be on a page twice: a site builder pastes it once for each block.
if (!customElements.get("rapport-form")) customElements.define("rapport-form", RapportForm);

// The outer script of form-plain.html.
import { relay } from "./relay.ts";

relay();

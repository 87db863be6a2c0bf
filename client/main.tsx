import { render } from "preact";
import { App } from "./app.tsx";
import "./ui/tokens.css";
import "./ui/base.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
render(<App />, root);

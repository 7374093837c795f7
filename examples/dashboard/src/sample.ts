// The plan that the page opens on when nothing was kept.

export { default as sample } from "../../data/sales-2026-q1.json?raw";

/** The night-blue look of the game, in as much as a table and a few plots need. */
export const PAGE_STYLE = `
:root { color-scheme: dark; }
body { margin: 0 auto; max-width: 1240px; padding: 32px 24px 64px; background: #0b111e; color: #eef3ff; font: 16px/1.5 Lexend, "Segoe UI", Roboto, system-ui, sans-serif; }
h1 { font-size: 2rem; margin: 0 0 8px; }
h2 { font-size: 1.35rem; margin: 40px 0 12px; }
h3 { font-size: 1rem; margin: 0 0 8px; }
p { max-width: 75ch; }
code { background: #131d35; padding: 2px 6px; border-radius: 6px; }
.sum strong { font-size: 1.35rem; color: #2cc295; }
.made, figcaption, .kind { color: #b3c1e4; font-size: 0.875rem; }
.kind { border: 1px solid #4a5f96; border-radius: 99px; padding: 0 8px; white-space: nowrap; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 16px; margin-bottom: 16px; }
figure { margin: 0; padding: 16px; background: #0f1728; border: 1px solid #2b3a63; border-radius: 18px; max-width: 600px; }
figure svg { width: 100%; height: auto; display: block; }
figure ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0; padding: 0; list-style: none; font-size: 0.875rem; }
figure i { display: inline-block; width: 12px; height: 12px; border-radius: 4px; margin-right: 6px; }
.scroll { overflow-x: auto; border: 1px solid #2b3a63; border-radius: 18px; background: #131d35; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-bottom: 1px solid #2b3a63; }
td:nth-child(2) { min-width: 160px; }
tbody tr:last-child td { border-bottom: 0; }
th { color: #b3c1e4; font-weight: 500; }
.holds td:nth-child(6) { color: #2cc295; white-space: nowrap; }
.fails td:nth-child(6) { color: #ff9a76; white-space: nowrap; font-weight: 600; }
.fails td:first-child { box-shadow: inset 4px 0 0 #d55e00; }
.reason { margin: 4px 0 0; color: #ff9a76; }
`;

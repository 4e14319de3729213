/** The style of an exported HTML file, for screen and print; system fonts only. */
export const HTML_STYLE = `
:root{color-scheme:light;--ink:#17212b;--muted:#55606c;--hair:#b9c0c8;--accent:#14365d}
body{margin:0;background:#fff;color:var(--ink);font:1.06rem/1.6 "Source Serif 4",Georgia,"Times New Roman",serif}
main{max-width:38rem;margin:3rem auto;padding:0 1.25rem}
[lang=ar]{font-family:Amiri,"Noto Naskh Arabic","Traditional Arabic","Times New Roman",serif;font-size:1.16em;line-height:1.75}
[lang=ar] [lang=ar]{font-size:1em}
header,footer,.notes,.kicker,.fact{font-family:"Source Sans 3","Segoe UI",Arial,sans-serif}
.issuer{font-weight:600;margin:0}.remark,.fact,.dateline{color:var(--muted);margin:.2rem 0}
header{border-block-start:2px solid var(--accent);padding-block:1rem}
.kicker{color:var(--accent);font-size:.85rem;font-weight:600;margin:1rem 0 .3rem}
h1{font:600 1.8rem/1.25 "Source Serif 4",Georgia,serif;margin:0 0 .8rem}
h1:lang(ar){font-family:Amiri,"Traditional Arabic",serif}
h2{font-size:1.1rem}
article p,article h2,.body{white-space:pre-wrap;overflow-wrap:anywhere}
article p{margin:0 0 1.1rem;text-align:start}.item{padding-inline-start:1.5rem}
mark{color:inherit;background:#fff0b3}mark.commitment{background:#d5efd9}mark.comment{background:#d3e6fa}
mark.question{background:#fbdbe5}mark.quotation{background:#e6def7}
.call{font-size:.7em;line-height:0}.call a,.facts a{color:var(--accent);text-decoration:none}
.notes{border-block-start:1px solid var(--hair);font-size:.92rem}
.notes ol{padding-inline-start:1.6rem}.notes li{margin-block:1rem}.facts{margin:0;color:var(--muted)}
blockquote{margin:.3rem 0;font-style:italic;color:var(--muted)}blockquote:lang(ar){font-style:normal}
.body{margin:.3rem 0}
footer{border-block-start:1px solid var(--hair);font-size:.8rem;color:var(--muted);margin-block-start:2rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .8rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
code{font-family:"Source Code Pro",Consolas,monospace;font-size:.9em}
@media print{@page{size:A4;margin:25mm 30mm}body{font-size:10.6pt}main{max-width:none;margin:0;padding:0}
mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}h1,h2{break-after:avoid}li,footer{break-inside:avoid}}
`

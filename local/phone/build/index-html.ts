/**
 * The one page of the phone. Its policy allows this origin only and no code from text. Styles may be inline because
 * `style` attributes are part of every template.
 */
export function indexHtml(title: string): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' data: blob:",
    "connect-src 'self' blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>${title.replace(/[&<>]/g, (character) => `&#${String(character.charCodeAt(0))};`)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="./app.css">
</head>
<body>
<noscript>请打开浏览器的 JavaScript 再来。</noscript>
<script src="./app.js"></script>
</body>
</html>
`;
}

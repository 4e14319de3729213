/**
 * Plain Chromium cannot load `app:` addresses. Inside it they stand as `https:` addresses of a
 * name that exists nowhere; every request for them is answered by this process.
 */
export function addressInChromium(url: string): string {
  return url.replace(/^app:\/\/([^/]+)/u, 'https://$1.app.test')
}

/** The address as the application knows it. */
export function addressInElectron(url: string): string {
  return url.replace(/^https:\/\/([^/]+)\.app\.test/u, 'app://$1')
}

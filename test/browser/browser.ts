import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { chromiumFromNpm } from './chromium';
import { chineseFonts } from './fonts';

/** A browser that talks to nobody but the pages it is sent to. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  // A microphone that beeps, so that voice notes can be driven.
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** Chromium from npm on Linux x64, an installed Chrome elsewhere. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const fromNpm = await chromiumFromNpm();
  if (fromNpm?.executablePath === undefined) return chromium.launch({ channel: 'chrome', args: FLAGS });
  return chromium.launch({
    executablePath: fromNpm.executablePath,
    args: FLAGS,
    env: { ...definedEnvironment(), ...fromNpm.env, FONTCONFIG_FILE: chineseFonts() },
  });
}

/** A phone of 390 × 844 in Inner Mongolia; its own storage, so its own session. */
export function newPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

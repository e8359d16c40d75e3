/// The pages in a real browser. Each class starts the packaged program as a person does ([Program]), opens it in
/// Debian's Chromium ([Visitors]) and does what a visitor or a keeper would. Whatever a test is about, it fails if a
/// page opened a dialog, wrote an error to the console, broke its own content policy or asked another machine for
/// anything. [EveryPageTest] walks all links there are, so that no page is forgotten.
package org.esquive.browser;

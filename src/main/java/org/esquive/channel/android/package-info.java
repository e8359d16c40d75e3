/// An Android phone with the app [SMS Gateway for Android](https://docs.sms-gate.app) as a way to the phone
/// network: the app calls a webhook for each text and is asked over HTTP to send replies. Read in the app's
/// documentation and source, state of 2026.
///
/// It promises that a text is acknowledged only once it is on disk, that nothing is looked at before its
/// signature was checked over the raw bytes, and that a reply whose outcome is not known is reported as such.
/// Start with [org.esquive.channel.android.AndroidChannel]; `docs/channels/android.md` is for keepers.
@NullMarked
package org.esquive.channel.android;

import org.jspecify.annotations.NullMarked;

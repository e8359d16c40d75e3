package org.esquive.settings;

import org.esquive.message.PhoneNumber;

/// A keeper's phone, from which a text can stop all replies. A number can be forged, so such a text carries a code of
/// the keeper's authenticator app.
///
/// @param number the phone; a line never answers it
/// @param secret what the app and we share, in base 32, at least 16 characters
public record KeeperPhone(PhoneNumber number, Secret secret) {}

package org.esquive.message;

import java.time.Instant;
import java.util.Optional;

/// A text in, or another contact, as a channel hands it over: translated, not yet judged.
///
/// The words live in memory only. They are read for a keyword and for an echo of our own texts, then forgotten.
///
/// @param line the line it was sent to
/// @param sender who sent it
/// @param kind what it is
/// @param text the words; empty for a call
/// @param sentAt when the network took it, if the network says so
/// @param identity what tells a repeated delivery of the same text from a second text
/// @param segment which piece of a long text it is, if it is one; the words are those of the piece
public record Inbound(
        LineId line,
        Sender sender,
        Kind kind,
        String text,
        Optional<Instant> sentAt,
        Identity identity,
        Optional<Segment> segment) {

    /// What came in.
    public enum Kind {
        /// Words for a person.
        TEXT,
        /// A missed call: a contact like a text, without words.
        CALL,
        /// A receipt that looks like a text, a flash or SIM text, a WAP push, a notice of the network: never
        /// answered.
        OTHER
    }

    /// How a repeated delivery of the same text is recognised.
    public sealed interface Identity {
        /// The channel vouches that each delivery is a text of its own.
        record None() implements Identity {}

        /// Unique for this line; a second delivery with the same key is acknowledged again and not counted again.
        ///
        /// @param key at most 512 characters; hashed before it is stored
        record Key(String key) implements Identity {
            /// @throws IllegalArgumentException if the key is empty or longer than 512 characters
            public Key {
                if (key.isEmpty() || key.length() > 512) {
                    throw new IllegalArgumentException("expected a key of 1 to 512 characters");
                }
            }

            @Override
            public String toString() {
                return "Key[***]";
            }
        }

        /// The network gives no identity: all there is to compare is what it delivered. The same content is a
        /// repeated delivery while the first copy is not acknowledged yet, or, for some minutes, once the link
        /// it came by broke; else it is a second text, for people do press twice.
        ///
        /// A link may have broken before we notice. So a copy over another link than the first is a second text
        /// only once it is known that our answer to the first arrived.
        ///
        /// @param key all of the delivery that stays the same when it is repeated, at most 512 characters;
        /// hashed before it is stored
        /// @param epoch how often a link of the channel broke so far; unlike any number of an earlier run
        /// @param link which link it came by, from its bind to its end
        /// @param read when its bytes were there, with those of all that was read at once
        /// @param assured what was answered over the channel's other links before this moment is known to have
        /// arrived, unless a break was noticed since
        record Content(String key, long epoch, long link, Instant read, Instant assured) implements Identity {
            /// A delivery over the only link of its channel, read as late as may be.
            ///
            /// @throws IllegalArgumentException if the key is empty or longer than 512 characters
            public Content(String key, long epoch) {
                this(key, epoch, 0, Instant.MAX, Instant.MAX);
            }

            /// @throws IllegalArgumentException if the key is empty or longer than 512 characters
            public Content {
                if (key.isEmpty() || key.length() > 512) {
                    throw new IllegalArgumentException("expected a key of 1 to 512 characters");
                }
            }

            @Override
            public String toString() {
                return "Content[***]";
            }
        }
    }

    /// A text or another contact that came whole.
    public Inbound(LineId line, Sender sender, Kind kind, String text, Optional<Instant> sentAt, Identity identity) {
        this(line, sender, kind, text, sentAt, identity, Optional.empty());
    }

    /// A plain text that came whole, without a time or an identity.
    public static Inbound text(LineId line, Sender sender, String text) {
        return new Inbound(line, sender, Kind.TEXT, text, Optional.empty(), new Identity.None());
    }

    /// Whether this is one segment of a text of two or more: its words are not the whole of what was written.
    public boolean isPiece() {
        return segment.isPresent() && segment.get().total() > 1;
    }

    /// The same as something of which nothing is read: who sent it where, and how its repetition is known.
    public Inbound setAside() {
        return new Inbound(line, sender, Kind.OTHER, "", sentAt, identity, segment);
    }

    /// The same, without the words and without the number.
    @Override
    public String toString() {
        return "Inbound[line=%s, sender=%s, kind=%s, text=***]".formatted(line, sender, kind);
    }
}

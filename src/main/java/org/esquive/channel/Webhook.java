package org.esquive.channel;

import java.util.List;
import java.util.Map;

/// A channel that the network calls over HTTP. The route is `/hook/{channel id}/{token}` on the public listener;
/// bodies over 256 KiB are refused before they get here.
public interface Webhook {

    /// Answers one call. Blocks until what it carried is committed; called on virtual threads.
    Answer call(Call call) throws InterruptedException;

    /// The call, as raw as it came, because signatures cover raw bytes.
    ///
    /// @param method in capitals
    /// @param token the last part of the path: unguessable, compared in constant time
    /// @param query the query string, undecoded; empty if there is none
    /// @param headers values by lower-case name
    /// @param body the bytes; calls are not compared, so an array will do
    @SuppressWarnings("ArrayRecordComponent")
    record Call(String method, String token, String query, Map<String, List<String>> headers, byte[] body) {
        /// The first value of a header, or an empty string.
        public String header(String lowerCaseName) {
            List<String> values = headers.getOrDefault(lowerCaseName, List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }
    }

    /// What the network is told.
    ///
    /// @param status the HTTP status: 200 only after the commit, 503 to be called again, 4xx to be left alone
    /// @param contentType of the body
    /// @param body exactly what the network expects, often nothing
    record Answer(int status, String contentType, String body) {
        /// Taken and on disk.
        public static final Answer OK = new Answer(200, "text/plain", "");
        /// Not taken: please call again.
        public static final Answer LATER = new Answer(503, "text/plain", "");
    }
}

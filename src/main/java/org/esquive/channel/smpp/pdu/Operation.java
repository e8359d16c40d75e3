package org.esquive.channel.smpp.pdu;

import java.util.List;

/// What the standard has, and no session of ours asks for or does: read whole, so that it can be refused by name.
public sealed interface Operation {

    /// Asks what became of a text.
    record Query(String messageId, Address source) implements Operation {}

    /// Says it.
    ///
    /// @param finalDate empty if it is not final
    /// @param state see SMPP 3.4, 5.2.28
    record QueryResponse(String messageId, String finalDate, int state, int error) implements Operation {}

    /// Takes a text back.
    record Cancel(String serviceType, String messageId, Address source, Address destination) implements Operation {}

    /// Says whether it was.
    record CancelResponse() implements Operation {}

    /// Puts another text in its place.
    @SuppressWarnings("ArrayRecordComponent")
    record Replace(
            String messageId,
            Address source,
            String scheduledFor,
            String validFor,
            int registeredDelivery,
            int defaultMessageId,
            byte[] text,
            Tlvs tlvs)
            implements Operation {}

    /// Says whether it was.
    record ReplaceResponse() implements Operation {}

    /// One text for many.
    ///
    /// @param envelope its destination is [Address#NONE]
    @SuppressWarnings("ArrayRecordComponent")
    record SubmitMulti(Envelope envelope, List<Destination> destinations, byte[] text, Tlvs tlvs) implements Operation {
        public SubmitMulti {
            destinations = List.copyOf(destinations);
        }
    }

    /// Who is to get it.
    sealed interface Destination {
        /// The dest_flag of an address.
        int SINGLE = 1;
        /// The dest_flag of a list.
        int NAMED = 2;

        /// One address.
        record Single(Address address) implements Destination {}

        /// A list that the network keeps.
        record Named(String list) implements Destination {}
    }

    /// Answers it.
    record SubmitMultiResponse(String messageId, List<Failure> failures, Tlvs tlvs) implements Operation {
        public SubmitMultiResponse {
            failures = List.copyOf(failures);
        }
    }

    /// Who did not get it.
    record Failure(Address address, int status) {}

    /// Asks us to bind.
    record Outbind(String systemId, String password) implements Operation {
        @Override
        public String toString() {
            return "Outbind[***]";
        }
    }

    /// Says that a phone is back.
    record Alert(Address source, Address esme, Tlvs tlvs) implements Operation {}
}

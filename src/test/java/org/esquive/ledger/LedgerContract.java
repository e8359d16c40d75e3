package org.esquive.ledger;

/// All that a ledger promises. A test of an implementation gives a desk with an empty database of its kind and
/// runs the whole suite.
public interface LedgerContract
        extends CountingContract,
                LongTextContract,
                WishesContract,
                ProtectionContract,
                SendingContract,
                ExpressContract,
                ReceiptContract,
                MemoryContract,
                FiguresContract,
                SearchContract,
                KeptContract,
                AlertContract,
                AuditContract,
                PeopleContract,
                TokenContract,
                DeliveryContract,
                ChronicleContract {}

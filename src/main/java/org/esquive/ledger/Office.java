package org.esquive.ledger;

/// What the keepers' side keeps beside the traffic: none of it is read or written on the way of a text.
public interface Office {

    /// What keepers did.
    AuditLog audit();

    /// Who may come in.
    People people();

    /// The browsers that are signed in.
    Sessions sessions();

    /// The tokens by which programs are let in.
    TokenBook tokens();

    /// What programs were told.
    DeliveryBook deliveries();

    /// What happened, in order.
    Chronicle chronicle();
}

package org.esquive.channel.smpp.pdu;

/// The command_status values that the program speaks of (SMPP 3.4, 5.1.3). A peer may say any other.
public final class Status {
    /// All is well.
    public static final int ESME_ROK = 0x00;
    /// The length cannot be.
    public static final int ESME_RINVCMDLEN = 0x02;
    /// An unknown command.
    public static final int ESME_RINVCMDID = 0x03;
    /// Not in this state of the session.
    public static final int ESME_RINVBNDSTS = 0x04;
    /// Bound already.
    public static final int ESME_RALYBND = 0x05;
    /// The peer's own trouble.
    public static final int ESME_RSYSERR = 0x08;
    /// The source address is not allowed.
    public static final int ESME_RINVSRCADR = 0x0A;
    /// The destination address is none.
    public static final int ESME_RINVDSTADR = 0x0B;
    /// The bind failed.
    public static final int ESME_RBINDFAIL = 0x0D;
    /// The password is wrong.
    public static final int ESME_RINVPASWD = 0x0E;
    /// The system_id is wrong.
    public static final int ESME_RINVSYSID = 0x0F;
    /// The queue is full: later.
    public static final int ESME_RMSGQFUL = 0x14;
    /// The text could not be submitted.
    public static final int ESME_RSUBMITFAIL = 0x45;
    /// Too fast: later.
    public static final int ESME_RTHROTTLED = 0x58;
    /// A temporary error of the application.
    public static final int ESME_RX_T_APPN = 0x64;

    private Status() {}

    /// The standard's name of a status, such as `ESME_RTHROTTLED`, or `0x00000432` if it has none.
    public static String name(int status) {
        return Integer.toHexString(status);
    }
}

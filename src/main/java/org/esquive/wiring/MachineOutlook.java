package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.alert.Outlook;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Nodes;

/// What the watch sees of the running program and its machine.
///
/// @param data the folder of the ledger
record MachineOutlook(
        Channels channelsOpen, Intake intake, Reserve reserve, Dispatcher dispatcher, Nodes nodes, Path data)
        implements Outlook {
    /// A disk that does not say how full it is.
    private static final Room UNKNOWN = new Room(Long.MAX_VALUE, 0);

    @Override
    public List<ChannelState> channels() {
        return channelsOpen.states().stream()
                .filter(state -> !state.state().equals("UNKNOWN"))
                .map(state -> new ChannelState(state.id(), state.state().equals("DOWN"), state.cause()))
                .toList();
    }

    @Override
    public List<Trouble> troubles() {
        Optional<Trouble> ledger = reserve.trouble().or(intake::trouble).map(cause -> new Trouble("ledger", cause));
        Optional<Trouble> replies = dispatcher.trouble().map(cause -> new Trouble("replies", cause));
        return Stream.of(ledger, replies).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<String> node() {
        return nodes.all().stream()
                .filter(Nodes.Node::isThis)
                .map(Nodes.Node::name)
                .findFirst();
    }

    @Override
    public Room disk() {
        try {
            FileStore disk = Files.getFileStore(data);
            return new Room(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException unknown) {
            return UNKNOWN;
        }
    }
}

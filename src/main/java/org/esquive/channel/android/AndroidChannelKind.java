package org.esquive.channel.android;

import java.time.InstantSource;
import java.util.List;
import org.esquive.channel.Channel;
import org.esquive.channel.ChannelKind;
import org.esquive.channel.Checkup;
import org.esquive.channel.Listener;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// The kind `android`: an Android phone with a SIM, through the app SMS Gateway for Android.
@Component
public final class AndroidChannelKind implements ChannelKind {
    private final InstantSource clock;

    public AndroidChannelKind(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "android";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(ChannelSettings settings) {
        return new OptionReader(settings).problems();
    }

    @Override
    public Channel open(ChannelSettings settings, List<Line> lines, Listener listener) {
        AndroidChannel channel = new AndroidChannel(new OptionReader(settings).options(), lines, listener, clock);
        channel.startHeartbeat();
        return channel;
    }

    @Override
    public Checkup examine(ChannelSettings settings) throws InterruptedException {
        try (PhoneApi api = new PhoneApi(new OptionReader(settings).options(), clock)) {
            return api.examine();
        }
    }
}

package org.esquive.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.esquive.console.door.Networks;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The two listeners with their limits. Requests run on virtual threads, so what bounds them is how many
/// connections a listener takes.
@Configuration(proxyBeanMethods = false)
class Listening {
    private static final int MOST_PUBLIC = 2_048;
    private static final int MOST_KEEPERS = 256;
    private static final int LARGEST_HEADER = 8 * 1024;
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final Duration KEPT_OPEN = Duration.ofSeconds(20);

    @Bean
    Connector keepersConnector(EsquiveProperties properties) {
        Connector connector = new Connector(PatientProtocol.class.getName());
        connector.setPort(properties.keepers().port());
        bind(connector, properties.keepers().address());
        limit(connector, "keepers-", MOST_KEEPERS);
        return connector;
    }

    @Bean
    Doors doors(Connector keepersConnector, Networks networks) {
        return new Doors(keepersConnector, networks);
    }

    @Bean
    Networks networks(EsquiveProperties properties, InstantSource clock) {
        try {
            return Networks.of(properties.keepers().networks(), clock);
        } catch (IllegalArgumentException none) {
            throw new CannotStart(none.getMessage() + ".", none);
        }
    }

    /// Before everything else, security included.
    @Bean
    FilterRegistrationBean<Doors> doorsFirst(Doors doors) {
        FilterRegistrationBean<Doors> registration = new FilterRegistrationBean<>(doors);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> twoListeners(Connector keepersConnector) {
        return factory -> {
            factory.setProtocol(PatientProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> limit(connector, "public-", MOST_PUBLIC));
            factory.addAdditionalConnectors(keepersConnector);
            factory.setDisableMBeanRegistry(true);
        };
    }

    private static void limit(Connector connector, String name, int connections) {
        connector.setMaxPostSize(Doors.LARGEST_BODY);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setExecutor(new VirtualThreadExecutor(name));
            protocol.setMaxConnections(connections);
            protocol.setAcceptCount(connections / 4);
            protocol.setConnectionTimeout((int) SLOWEST.toMillis());
            protocol.setKeepAliveTimeout((int) KEPT_OPEN.toMillis());
            protocol.setMaxHttpRequestHeaderSize(LARGEST_HEADER);
            protocol.setMaxSwallowSize(Doors.LARGEST_BODY);
        }
    }

    private static void bind(Connector connector, String address) {
        try {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setAddress(InetAddress.getByName(address));
            }
        } catch (UnknownHostException failure) {
            throw new CannotStart("esquive.keepers.address is not an address of this machine: " + address, failure);
        }
    }
}

package org.esquive.wiring;

import org.springframework.context.annotation.Configuration;

/// Who comes in: people, their sessions, and what they did.
@Configuration(proxyBeanMethods = false)
class DoorWiring {}

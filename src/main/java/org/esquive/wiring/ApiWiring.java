package org.esquive.wiring;

import org.springframework.context.annotation.Configuration;

/// The interface for programs, and what it sends by itself.
@Configuration(proxyBeanMethods = false)
class ApiWiring {}

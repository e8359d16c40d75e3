package org.esquive.wiring;

import org.springframework.context.annotation.Configuration;

/// Rehearsals in the browser.
@Configuration(proxyBeanMethods = false)
class RehearsalPages {}

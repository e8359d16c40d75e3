package org.esquive.wiring;

import org.springframework.context.annotation.Configuration;

/// The pages of the reply texts.
@Configuration(proxyBeanMethods = false)
class StudioPages {}

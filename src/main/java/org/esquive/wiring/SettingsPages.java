package org.esquive.wiring;

import org.springframework.context.annotation.Configuration;

/// The pages on which keepers change the settings.
@Configuration(proxyBeanMethods = false)
class SettingsPages {}

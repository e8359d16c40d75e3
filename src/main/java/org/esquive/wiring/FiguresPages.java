package org.esquive.wiring;

import org.springframework.context.annotation.Configuration;

/// Figures and their export.
@Configuration(proxyBeanMethods = false)
class FiguresPages {}

/// Settings as a keeper writes them: YAML that is read with every problem named at once, and written so that
/// reading it gives the same settings again. Nothing but text is ever made from a document: no tag, no alias of a
/// structure, no type that a document chooses, so a hostile one can at worst be refused.
/// [org.esquive.settings.yaml.Key] lists every key with its default and range; the sample and `docs/settings.md`
/// are tested against it. The reply texts and the country profiles that come
/// with the program are read in the same way. Start with [org.esquive.settings.yaml.SettingsYaml].
@NullMarked
package org.esquive.settings.yaml;

import org.jspecify.annotations.NullMarked;

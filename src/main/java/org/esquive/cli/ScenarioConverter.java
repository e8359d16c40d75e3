package org.esquive.cli;

import org.esquive.rehearsal.Scenarios;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Takes the name of a scenario as it is written on the command line, if there is one of that name.
final class ScenarioConverter implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
        if (!Scenarios.names().contains(name)) {
            throw new TypeConversionException("expected one of " + String.join(", ", Scenarios.names()));
        }
        return name;
    }
}

package org.esquive.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a story as it is written on the command line.
final class StoryConverter implements ITypeConverter<RehearseCommand.Story> {
    @Override
    public RehearseCommand.Story convert(String name) {
        List<RehearseCommand.Story> stories = Arrays.asList(RehearseCommand.Story.values());
        return stories.stream()
                .filter(story -> story.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of " + stories));
    }
}

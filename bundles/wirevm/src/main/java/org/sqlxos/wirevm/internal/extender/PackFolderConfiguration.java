package org.sqlxos.wirevm.internal.extender;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where wire packs lie that are files. */
@ObjectClassDefinition(
    id = "org.sqlxos.packs",
    name = "Wire pack files",
    description = "Wire packs that are JSON files in a folder")
@interface PackFolderConfiguration {

  @AttributeDefinition(
      name = "Folder",
      description = "Each *.json in it is a wire pack; relative to the data folder")
  String folder() default "packs";

  @AttributeDefinition(
      name = "Poll interval in milliseconds",
      description = "How often the folder is looked at",
      min = "50",
      max = "60000")
  int poll_millis() default 500;
}

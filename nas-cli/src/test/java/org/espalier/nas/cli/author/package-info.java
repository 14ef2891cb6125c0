/** Builds the projects that are made for people who write plugins, without Maven. */
package org.espalier.nas.cli.author;

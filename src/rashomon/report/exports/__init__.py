"""A collation in the formats that other people's tools read. Every text in them is somebody else's: each format escapes it."""

from rashomon.report.exports.formats import EXPORTS, Export, export_files
from rashomon.report.exports.site import SiteStory, site_files

__all__ = ["EXPORTS", "Export", "SiteStory", "export_files", "site_files"]

"""What an object is, found out without importing the library that it comes from.

No Qt.
"""

from __future__ import annotations

import sys
import types
from collections import ChainMap, UserDict, UserList, deque
from collections.abc import ItemsView, KeysView, ValuesView
from enum import EnumType
from typing import Any, Final

_TABLES: Final = {
    "polars": ("DataFrame", "LazyFrame", "Series"),
    "pyarrow": ("Table", "Array", "ChunkedArray", "RecordBatch"),
    "modin": ("DataFrame", "Series"),
    "dask": ("DataFrame", "Series", "Index"),
    "pyspark": ("DataFrame", "RDD"),
    "snowflake": ("DataFrame", "Table", "Series", "Index"),
    "xarray": ("Dataset", "DataArray"),
    "duckdb": ("DuckDBPyRelation",),
}
"""Classes of tables, by the package that defines them."""
_JSON_LIKE: Final[tuple[type[Any], ...]] = (
    *(dict, list, map, enumerate, types.MappingProxyType, UserDict, UserList, ChainMap),
    *(ItemsView, KeysView, ValuesView),
)
_DICTS: Final[tuple[type[Any], ...]] = (types.MappingProxyType, UserDict, ChainMap)
_LISTS: Final[tuple[type[Any], ...]] = (
    *(list, set, frozenset, tuple, deque, range, map, enumerate, UserList, ItemsView, KeysView, ValuesView, EnumType),
)


def is_a(value: Any, *classes: type[Any]) -> bool:
    """`isinstance`, of which type checkers take no notice: for objects of whose contents nothing is known."""
    return isinstance(value, classes)


def package_of(value: Any) -> str:
    """Name of the package that defines an object's class."""
    return type(value).__module__.partition(".")[0]


def is_table(value: Any) -> bool:
    """True for dataframes, series, arrays and the results of a database query."""
    pandas: Any = sys.modules.get("pandas")
    if pandas is not None:
        extension_array = pandas.api.extensions.ExtensionArray
        if is_a(value, pandas.DataFrame, pandas.Series, pandas.Index, extension_array):
            return True
        if is_from(value, "pandas.io.formats.style.Styler"):
            return True
        if is_a(value, dict) and any(isinstance(column, pandas.Series) for column in _first(value)):
            return True
    numpy: Any = sys.modules.get("numpy")
    if numpy is not None and is_a(value, numpy.ndarray):
        return True
    package = package_of(value)
    classes = {base.__name__ for base in type(value).__mro__ if base.__module__.partition(".")[0] == package}
    if classes.intersection(_TABLES.get(package, ())):
        return True
    return callable(getattr(value, "fetchall", None)) and hasattr(value, "description")


def is_from(value: Any, *classes: str) -> bool:
    """True when one of an object's classes has one of these full names, such as "matplotlib.figure.Figure"."""
    return any(f"{base.__module__}.{base.__qualname__}" in classes for base in type(value).__mro__)


def is_pydantic(value: Any) -> bool:
    """True for an instance of a pydantic model."""
    return is_from(value, "pydantic.main.BaseModel", "pydantic.v1.main.BaseModel")


def is_json_like(value: Any) -> bool:
    """True for what is best shown as a tree of JSON."""
    if is_a(value, *_JSON_LIKE) or _is_own_mapping(value) or _is_namedtuple(value) or is_pydantic(value):
        return True
    return is_a(value, tuple) and any(is_pydantic(each) for each in _first(value))


def as_json_data(value: Any) -> Any:
    """An object as dicts, lists and what is in them."""
    if _is_own_mapping(value):
        return value.to_dict()
    if _is_namedtuple(value):
        return value._asdict()
    if is_a(value, *_DICTS) or is_pydantic(value):
        return dict(value)
    if is_a(value, *_LISTS) or is_from(value, "array.array"):
        return [dict(each) if is_pydantic(each) else each for each in value]
    return value


def _first(value: Any) -> list[Any]:
    """The first item or value of a container, if there is one."""
    return list(value.values() if is_a(value, dict) else value)[:1]


def _is_own_mapping(value: Any) -> bool:
    """True for `ds.session_state`."""
    return package_of(value) == "deskstate" and callable(getattr(value, "to_dict", None))


def _is_namedtuple(value: Any) -> bool:
    return is_a(value, tuple) and callable(getattr(value, "_asdict", None))
